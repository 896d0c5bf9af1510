"""Batch runs: the articles of files and folders into a database; a run again goes on from there."""

from communique.batch.errors import BadInputsError
from communique.batch.run import run
from communique.batch.summary import Progress, RunSummary

__all__ = ["BadInputsError", "Progress", "RunSummary", "run"]
