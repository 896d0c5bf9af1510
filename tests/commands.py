"""The command as tests call it."""

from typer.testing import CliRunner

from communique.cli import app


def cli(*arguments):
    """Call ``communique`` with arguments; an error that it does not tell is one of the test."""
    return CliRunner().invoke(app, list(map(str, arguments)), catch_exceptions=False)


def flat(text):
    """What is printed, however its lines are broken."""
    return " ".join(text.split())
