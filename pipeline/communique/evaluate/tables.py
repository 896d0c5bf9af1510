"""The figures of an evaluation as tables in the terminal, in per cent."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from communique.evaluate.measures import ACCURACIES, MEASURES
from communique.evaluate.scores import ALL, compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.evaluate.bootstrap import Interval
    from communique.evaluate.scores import Scores
    from communique.evaluate.worst import Located

_SCORE_CAPTION = (
    "Per cent: F1 over all articles with its 95 % interval (bootstrap over articles), then F1 by "
    "language. Lines with no P and R are the share of right answers."
)
_COMPARISON_CAPTION = (
    "Per cent: F1 over all articles, or the share of right answers, with its 95 % interval. "
    "Whether two engines differ is told by the tables of differences, article by article."
)
# 72.5  66.9…78.0
_FIGURE_WIDTH = 15


def score_table(scores: Scores) -> Table:
    """Precision, recall and F1 over all articles, and F1 by language."""
    languages = [language for language in scores.figures if language != ALL]
    title = f"{scores.name}: {len(scores.articles)} articles"
    table = _table(title, _SCORE_CAPTION, ("P", "R", "F1", "95 %", *languages))
    for measure in _rows(table, scores.figures[ALL]):
        figure = scores.figures[ALL][measure]
        share = measure in ACCURACIES
        table.add_row(
            _label(measure),
            "" if share else _percent(figure.counts.precision),
            "" if share else _percent(figure.counts.recall),
            Text(_percent(figure.counts.f1), style="bold"),
            _range(figure.interval),
            *(_cell(scores, language, measure) for language in languages),
        )
    return table


def comparison_table(engines: Sequence[Scores]) -> Table:
    """F1 over all articles with its interval, the engines side by side."""
    title = f"Side by side: {len(engines[0].articles)} articles"
    table = _table(title, _COMPARISON_CAPTION, ())
    for scores in engines:
        # a long name of an engine takes several lines, so that figures stay on one
        table.add_column(scores.name, justify="right", min_width=_FIGURE_WIDTH, overflow="fold")
    for measure in _rows(table, (name for scores in engines for name in scores.figures[ALL])):
        table.add_row(_label(measure), *(_figure(scores, measure) for scores in engines))
    return table


def calibration_table(scores: Scores) -> Table | None:
    """The expected calibration error by record type; None without confidences."""
    if not scores.calibration[ALL]:
        return None
    title = f"{scores.name}: calibration error"
    table = _table(title, "", tuple(scores.calibration))
    for record in scores.calibration[ALL]:
        found = (values.get(record) for values in scores.calibration.values())
        table.add_row(record, *(_percent(value.error) if value else "–" for value in found))
    return table


def difference_table(one: Scores, other: Scores) -> Table:
    """How much better one engine is than another, measure by measure."""
    differences = compare(one, other)
    languages = [language for language in differences if language != ALL]
    caption = "Per cent, difference in F1; * where the 95 % interval leaves out 0."
    table = _table(f"{one.name} minus {other.name}", caption, ("F1", "95 %", *languages))
    for measure in _rows(table, differences[ALL]):
        total = differences[ALL][measure]
        others = (differences[language].get(measure) for language in languages)
        table.add_row(
            _label(measure),
            _signed(total.value, total.interval),
            _range(total.interval, sign="+"),
            *(_signed(value.value, value.interval) if value else "–" for value in others),
        )
    return table


def error_lines(errors: Iterable[Located]) -> Iterator[Text]:
    """Errors with the text around them, two lines each."""
    for place in errors:
        error = place.error
        yield Text.assemble(
            (str(place.article.gold.path), "cyan"),
            f"  {error.record}: ",
            (f"{error.kind} {error.aspect}", "bold red"),
            "" if error.gold is None else f", gold {_line(error.gold)!r}",
            "" if error.predicted is None else f", predicted {_line(error.predicted)!r}",
            "" if error.confidence is None else f" (confidence {error.confidence:.2f})",
        )
        if place.inside:
            yield Text.assemble(
                f"    … {_line(place.before)}",
                (_line(place.inside), "black on yellow"),
                f"{_line(place.after)} …",
            )


def _table(title: str, caption: str, columns: Iterable[str]) -> Table:
    table = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        caption=caption or None,
        caption_justify="left",
        box=None,
        padding=(0, 1, 0, 0),
    )
    table.add_column("", no_wrap=True)
    for heading in columns:
        table.add_column(heading, justify="right", no_wrap=True)
    return table


def _rows(table: Table, present: Iterable[str]) -> Iterator[str]:
    """The measures that there are figures of; each record type begins with a line of its own."""
    known = set(present)
    measures = (measure for measure in MEASURES if measure in known)
    for record, group in groupby(measures, key=lambda measure: measure.split(".")[0]):
        table.add_row(Text(record, style="bold cyan"))
        yield from group


def _label(measure: str) -> str:
    return "  " + measure.split(".", 1)[1].replace(".", " ").replace("_", ", ")


def _line(text: str) -> str:
    """A stretch of text on one line."""
    return text.replace("\n", " ")


def _cell(scores: Scores, language: str, measure: str) -> str:
    figure = scores.figures[language].get(measure)
    return _percent(figure.counts.f1) if figure else "–"


def _figure(scores: Scores, measure: str) -> Text:
    figure = scores.figures[ALL].get(measure)
    if figure is None:
        return Text("–")
    interval = _range(figure.interval)
    return Text.assemble((_percent(figure.counts.f1), "bold"), f"  {interval:>9}")


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}".replace("100.0", "100")


def _range(interval: Interval, sign: str = "") -> str:
    if interval is None:
        return "–"
    return "…".join(f"{100 * edge:{sign}.1f}".replace("100.0", "100") for edge in interval)


def _signed(value: float, interval: Interval) -> str:
    sure = interval is not None and not interval[0] <= 0 <= interval[1]
    return f"{100 * value:+.1f}{'*' if sure else ' '}"
