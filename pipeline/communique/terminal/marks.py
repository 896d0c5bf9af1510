"""An article's text with its evidence marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from communique.terminal.console import visible

if TYPE_CHECKING:
    from communique.records import AgreementPoint, ArticleRecord, Label

STYLES: dict[Label, str] = {
    "PERSON": "bold cyan",
    "TITLE": "magenta",
    "ORG": "bold green",
    "LOC": "yellow",
    "DATE": "bold blue",
    "DOC": "bold red",
}


class _Sign(NamedTuple):
    """Something to write into the text; at one place the closing signs come before opening ones."""

    position: int
    order: int
    text: str
    style: str


def marked_text(record: ArticleRecord, *, colour: bool) -> Text:
    """The text of an article with mentions marked by label, and points with topic and status.

    Without colour, mentions stand in square brackets with their label, points in angle brackets.
    """
    text = Text(visible(record.article.text))
    signs = [sign for point in record.points for sign in _point_signs(point, colour=colour)]
    for point in record.points:
        text.stylize("underline", point.start_char, point.end_char)
    for mention in record.mentions:
        if colour:
            text.stylize(STYLES[mention.label], mention.start_char, mention.end_char)
        else:
            signs.append(_Sign(mention.start_char, 3, "[", ""))
            signs.append(_Sign(mention.end_char, 0, f" {mention.label}]", ""))
    return _written_in(text, sorted(signs))


def legend() -> Text:
    """What the colours mean."""
    parts = [part for label, style in STYLES.items() for part in ((label, style), "  ")]
    return Text.assemble(*parts, ("POINT", "underline"))


def _point_signs(point: AgreementPoint, *, colour: bool) -> list[_Sign]:
    tag = f"{point.point_no} {point.topic}, {point.status}"
    if colour:
        return [_Sign(point.end_char, 1, f" {tag} ".replace(" ", "\u00a0"), "reverse dim")]
    return [_Sign(point.start_char, 2, f"<{tag}: ", ""), _Sign(point.end_char, 1, ">", "")]


def _written_in(text: Text, signs: list[_Sign]) -> Text:
    whole = Text()
    last = 0
    for sign in signs:
        whole.append_text(text[last : sign.position] if sign.position > last else Text())
        whole.append(sign.text, style=sign.style)
        last = max(last, sign.position)
    return whole.append_text(text[last:])
