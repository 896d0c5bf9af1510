"""What the words of a title, and those beside it, say about its institution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.links.signals.candidates import STEM, stems
from communique.names.nations import nations

if TYPE_CHECKING:
    from communique.links.signals.candidates import Candidates, Query, Signals
    from communique.records import Mention

# Characters beside a title in which a bare head may stand, and one for "its"
_BESIDE, _OWN = 45, 12
_LIKELY, _UNLIKELY = 0.9, 0.1


def title_words(candidates: Candidates, number: int, query: Query) -> Signals:
    """Whether a title goes with the kind and the words of an institution."""
    title = query.title
    if title is None:
        return {}
    words = candidates.scene.words
    name = candidates.institutions[number].name.casefold()
    fits = [bool(heads.search(name)) for heads in candidates.heads_for(title)]
    shared = len(stems(words.fillers.sub(" ", title.text)) & candidates.stems[number])
    territorial = words.territorial.search(title.text) is not None
    occupation = words.occupations.match(title.text) is not None
    sentence = candidates.scene.sentence(title)
    here = any(candidates.scene.sentence(p) == sentence for p in candidates.places[number])
    return {
        "occupation": occupation,
        "occupation_apart": occupation and not here,
        "shared_words": min(shared, 3) / 3,
        "fits_kind": any(fits),
        "other_kind": bool(fits) and not any(fits),
        "territorial": territorial,
        "territorial_alone": territorial and not any(fits),
        "territorial_shared": territorial and any(fits) and shared > 0,
    }


def possessives(candidates: Candidates, number: int, query: Query) -> Signals:
    """As in ``its rector``: the institution named last, the first of all, the last title's."""
    title = query.title
    if title is None:
        return {}
    begin = max(0, title.start_char - _OWN)
    before = candidates.scene.text[begin : title.start_char].split("\n")[-1]
    if not candidates.scene.words.own.search(before):
        return {}
    named = candidates.before(title)
    institution = candidates.institutions[number]
    return {
        "own_first": candidates.rank[number] == 0,
        "own_last": bool(named) and candidates.number(named[-1]) == number,
        "prev_own": query.previous is not None and query.previous[2] is institution,
    }


def bare_heads(candidates: Candidates, number: int, query: Query) -> Signals:
    """As in ``Rector of the Academy``, where the name of an institution has that word."""
    title = query.title
    if title is None:
        return {}
    if any(title.mention_id in titles for titles in candidates.attached.values()):
        return {"other_direct": True}
    words, text = candidates.scene.words, candidates.scene.text
    known = candidates.stems[number]
    after = candidates.free_words(title.end_char, title.end_char + _BESIDE)
    before = candidates.free_words(title.start_char - _BESIDE, title.start_char)
    rest = text[title.end_char : title.end_char + _BESIDE].split("\n")[0]
    gap = words.of.match(rest)
    head = words.heads.match(rest, gap.end() if gap else 0)
    name = candidates.institutions[number].name.casefold()
    return {
        "bare_after": after[:1] != [] and after[0] in known,
        "bare_before": before[-1:] != [] and before[-1] in known,
        "bare_before_near": before[-1:] != []
        and before[-1] not in known
        and bool(set(before) & known),
        "bare_other": head is not None and head.group().casefold()[:STEM] not in name,
    }


def countries(candidates: Candidates, number: int, query: Query) -> Signals:
    """Whether the title, and the person's name, are from the country of an institution."""
    country = candidates.institutions[number].country
    named = candidates.title_country(query.title) if query.title else None
    found: Signals = {"title_place": named is not None}
    if named is not None and country is not None:
        found["title_country"] = named == country
        found["title_other_country"] = named != country
    if query.title and named is not None and named == country:
        words, name = candidates.scene.words, candidates.institutions[number].name.casefold()
        fits = any(heads.search(name) for heads in candidates.heads_for(query.title))
        territorial = words.territorial.search(query.title.text) is not None
        found["territorial_country"] = territorial and fits
    return {**found, **_nation(candidates, country, query.person)}


def _nation(candidates: Candidates, country: str | None, person: Mention) -> Signals:
    if len(candidates.countries) < 2:
        return {}
    if country is None:
        return {"nation_unknown": True}
    likely = nations(person.text)
    most = max(likely.get(code, 0.0) for code in candidates.countries)
    value = likely.get(country, 0.0) / most if most else 0.0
    return {"nation": value, "nation_sure": value > _LIKELY, "nation_no": value < _UNLIKELY}
