"""What can be wrong with a run, and with single inputs of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.errors import CommuniqueError
from communique.records import Failure

if TYPE_CHECKING:
    from communique.records import Article

_REPORT = "The rest of the run is not affected. Please report it, if you can with the file."


class BadInputsError(CommuniqueError):
    """The run was given something that is not there or makes no sense."""


def language_failure(article: Article) -> Failure:
    """The failure of an article whose language cannot be told and in which nothing was found."""
    return Failure(
        source_path=article.source_path or article.article_id,
        stage="language",
        error="unknown-language",
        message=f"The language of “{_name(article)}” cannot be told, and nothing was found in it. "
        "Check that it is a readable text; if it is, give its language in a JSON or table field.",
    )


def _name(article: Article) -> str:
    return article.title or " ".join(article.text[:60].split())


def extraction_failure(article: Article, error: Exception) -> Failure:
    """The failure of an article that the engine broke down on."""
    return Failure(
        source_path=article.source_path or article.article_id,
        stage="extract",
        error="engine-error",
        message=f"The article “{_name(article)}” could not be analysed ({_told(error)}). {_REPORT}",
    )


def reading_failure(source_path: str, error: Exception) -> Failure:
    """The failure of a file that its reader broke down on."""
    return Failure(
        source_path=source_path,
        stage="ingest",
        error="reader-error",
        message=f"The file could not be read ({_told(error)}). {_REPORT}",
    )


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".removesuffix(": ")
