"""The engine made of lexicons and patterns: needs no model, and is the baseline to beat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from communique import lexicon
from communique.mentions.date_patterns import DATE, find_dates
from communique.mentions.grammar import Grammar, describe_tokens
from communique.mentions.point_patterns import find_points
from communique.mentions.protocol import set_mentions, set_points
from communique.mentions.words import WordLists
from communique.names.country_names import country_names
from communique.records import LABELS
from communique.tokenizer import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from spacy.vocab import Vocab

    from communique.records import Label

COMPONENT = "communique_patterns"
# An institution's name may hold a place, acronyms are told by the name beside them, and titles by
# the person; hence the order, and the institutions twice.
_ORDER: tuple[Label, ...] = ("ORG", "ORG", "DOC", "LOC", "PERSON", "TITLE")
# What is found once is found again wherever it stands in the article.
_REPEATED: tuple[Label, ...] = ("ORG", "PERSON")


@dataclass(frozen=True)
class _Language:
    """One language's file, compiled."""

    lists: WordLists
    grammars: dict[Label, Grammar]


class PatternEngine:
    """spaCy component that labels mentions and points from the lexicon files."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._languages: dict[str, _Language] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.spans["mentions"]`` and ``doc.spans["points"]``."""
        if not doc:
            return doc
        set_mentions(doc, self.complete(doc, (), LABELS))
        set_points(doc, find_points(doc, _language_of(doc)))
        return doc

    def complete(self, doc: Doc, known: Sequence[Span], lacking: Collection[Label]) -> list[Span]:
        """Mentions that are known, and beside them those of the labels that are lacking.

        The known ones count as context: a title stands beside a person, whoever found the person.
        """
        language = _language_of(doc)
        knowledge = self._language(language)
        doc.set_ents([])
        describe_tokens(doc, knowledge.lists)
        if DATE in lacking:
            _mark(doc, find_dates(doc, language))
        _mark(doc, known)
        for label in _ORDER:
            if label in lacking:
                self._find(doc, label, knowledge.grammars[label])
        return [Span(doc, ent.start, ent.end, label=ent.label_) for ent in doc.ents]

    @staticmethod
    def _find(doc: Doc, label: Label, grammar: Grammar) -> None:
        spans = [Span(doc, start, end, label=label) for start, end in grammar.find(doc)]
        _mark(doc, spans)
        if label in _REPEATED:
            _mark(doc, _repeats(doc, spans, label))

    def _language(self, language: str | None) -> _Language:
        known = language in lexicon.languages("mentions")
        code = language if language and known else lexicon.FALLBACK_LANGUAGE
        if code not in self._languages:
            data = lexicon.of("mentions", code)
            lists = {**data["lists"], "countries": [*country_names(code)]}
            tokenizer = Tokenizer(self._vocab)
            self._languages[code] = _Language(
                WordLists(lists, lambda text: [token.text for token in tokenizer(text)]),
                {
                    label: Grammar(self._vocab, lists, data["patterns"].get(label, ()))
                    for label in set(_ORDER)
                },
            )
        return self._languages[code]


def _language_of(doc: Doc) -> str | None:
    return doc._.article.language if doc._.article else None


def _mark(doc: Doc, spans: Iterable[Span]) -> None:
    """Add mentions to the document where nothing was found before."""
    free = [span for span in spans if not any(token.ent_type for token in span)]
    if free:
        doc.set_ents(free, default="unmodified")


def _repeats(doc: Doc, spans: Sequence[Span], label: Label) -> list[Span]:
    """Other places where the same names stand."""
    matcher = PhraseMatcher(doc.vocab)
    matcher.add(label, [span.as_doc() for span in spans if len(span.text) > 2])
    found = [Span(doc, start, end, label=label) for _, start, end in matcher(doc)]
    found.sort(key=len, reverse=True)
    taken: set[int] = set()
    kept = []
    for span in found:
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append(span)
    return kept


@Language.factory(COMPONENT)
def create_patterns(nlp: Language, name: str) -> Any:  # noqa: ARG001 - spaCy passes the name
    """The factory that a spaCy config names."""
    return PatternEngine(nlp.vocab)
