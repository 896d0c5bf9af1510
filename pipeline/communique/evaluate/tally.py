"""What is counted in one article: hits, predictions and gold records by measure, and the errors."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from communique.evaluate.spans import Pairing, Span, extent, match, overlap

if TYPE_CHECKING:
    from collections.abc import Callable

Record = TypeVar("Record", bound=Span)

ErrorKind = Literal["missed", "spurious", "wrong"]


class Counts(NamedTuple):
    """Hits, predicted items and gold items of one measure; counts of articles add up."""

    correct: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float | None:
        """The share of predicted items that are right."""
        return self.correct / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """The share of gold items that were found."""
        return self.correct / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; for an accuracy, where both totals are one, the accuracy."""
        total = self.predicted + self.gold
        return 2 * self.correct / total if total else None


@dataclass(frozen=True)
class Error:
    """One difference between gold and prediction.

    ``record`` is the record type, ``aspect`` what of it is wrong (``span``, ``title``, ...); gold
    and predicted values are in plain words, None on the side that has nothing.
    """

    record: str
    aspect: str
    kind: ErrorKind
    start_char: int
    end_char: int
    gold: str | None = None
    predicted: str | None = None
    confidence: float | None = None


@dataclass
class Tally:
    """The counts of one article.

    ``graded`` has, by record type, every confidence that an engine gave with whether it was right.
    """

    counts: dict[str, Counts] = field(default_factory=dict)
    graded: dict[str, list[tuple[float, bool]]] = field(default_factory=lambda: defaultdict(list))
    errors: list[Error] = field(default_factory=list)

    def count(self, measure: str, correct: int, predicted: int, gold: int) -> None:
        """Add to the counts of a measure."""
        before = self.counts.get(measure, Counts())
        self.counts[measure] = Counts(
            before.correct + correct, before.predicted + predicted, before.gold + gold
        )

    def share(self, measure: str, correct: int, total: int) -> None:
        """Add to an accuracy: so many right out of so many."""
        self.count(measure, correct, total, total)

    def grade(self, record: str, confidence: float | None, correct: bool) -> None:
        """Note whether an item was right that came with a confidence."""
        if confidence is not None:
            self.graded[record].append((confidence, correct))

    def missed(self, record: str, aspect: str, span: Span, gold: str) -> None:
        """Note a gold item that nothing was predicted for."""
        self.errors.append(Error(record, aspect, "missed", *extent(span), gold=gold))

    def spurious(self, record: str, aspect: str, span: Span, predicted: str) -> None:
        """Note a predicted item that the gold sample does not have."""
        self.errors.append(
            Error(
                record,
                aspect,
                "spurious",
                *extent(span),
                predicted=predicted,
                confidence=getattr(span, "confidence", None),
            )
        )

    def wrong(self, record: str, aspect: str, span: Span, values: tuple[str, str]) -> None:
        """Note an item that was found, with something of it wrong: the gold value, the other."""
        gold, predicted = values
        confidence = getattr(span, "confidence", None)
        self.errors.append(
            Error(record, aspect, "wrong", *extent(span), gold, predicted, confidence)
        )

    def unmatched(
        self,
        record: str,
        aspect: str,
        pairing: Pairing[Record, Record],
        show: Callable[[Record], str],
    ) -> None:
        """Note the items without a partner; two that stand at the same place are a wrong one."""
        together = match(
            pairing.missed, pairing.spurious, lambda one, other: float(overlap(one, other) > 0)
        )
        for one, other in together.matched:
            self.wrong(record, aspect, other, (show(one), show(other)))
        for one in together.missed:
            self.missed(record, aspect, one, show(one))
        for one in together.spurious:
            self.spurious(record, aspect, one, show(one))
