"""What speaks for an institution as the one of a title, or of a person without a title."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from communique.links.scene import Gap, Scene
from communique.names.country_words import countries_in
from communique.names.nations import nations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.records import Institution, Mention

# A dateline ends within this many characters of the beginning.
_DATELINE = 80
# A dateline begins within this many characters, after a headline
_OPENING = 250
# Letters by which a word is known in all its forms
_STEM = 5
# Letters that may stand between a title and its institution besides fillers
_NEAR = 14
# Characters before and after a word for a side within which that side is named
_SIDE = 40

Signals = dict[str, float]


class InstitutionSignals:
    """The institutions of one article, with what stands around their mentions."""

    def __init__(
        self,
        scene: Scene,
        institutions: Sequence[Institution],
        titles: Mapping[int, Mention],
    ) -> None:
        self.scene = scene
        self.institutions = institutions
        owner = {m: i for i in institutions for m in i.mention_ids}
        self._owner = owner
        self._organisations = [o for o in scene.labelled("ORG") if o.mention_id in owner]
        self._places: dict[str, list[Mention]] = {}
        self._of: dict[int, Institution] = {}
        for number, institution in enumerate(institutions):
            ids = set(institution.mention_ids)
            self._places[number] = [o for o in self._organisations if o.mention_id in ids]
        self._number = {id(i): n for n, i in enumerate(institutions)}
        self._holders: dict[int, set[int]] = {}
        for person, title in titles.items():
            self._holders.setdefault(title.mention_id, set()).add(person)
        self._people = {m.mention_id: m for m in scene.labelled("PERSON")}
        self._stems = [_stems(" ".join([i.name, *(p.text for p in self._places[n])])) for n, i in enumerate(institutions)]
        self._agency = [any(map(self._in_dateline, self._places[n])) for n in range(len(institutions))]
        self._rank = _ranks(self._agency)
        self._nations = sorted({i.country for i in institutions if i.country})
        self._cues = [w for w in countries_in(scene.text, scene.language)]
        self._side = [self._side_of(n) for n in range(len(institutions))]
        self._attached = self._find_attached(titles)

    # -- which organisations are surely attached to which title
    def _find_attached(self, titles) -> dict[int, set[int]]:
        """Organisation mention → the titles that it stands directly beside."""
        found: dict[int, set[int]] = {}
        for title in self.scene.labelled("TITLE"):
            for place in self._organisations:
                if self._direct(title, place):
                    found.setdefault(place.mention_id, set()).add(title.mention_id)
        return found

    def _direct(self, title: Mention, place: Mention) -> bool:
        if abs(title.start_char - place.start_char) > 400:
            return False
        if place.start_char >= title.end_char:
            between = self.scene.text[title.end_char : place.start_char]
            return bool(self.scene.words.of.fullmatch(between))
        if place.end_char <= title.start_char:
            between = self.scene.text[place.end_char : title.start_char]
            return not between.strip(" \u00a0«»“”\"’'-)s")
        return False

    def _side_of(self, number: int) -> float:
        """Above 0 for a host, below for a guest."""
        words, text = self.scene.words, self.scene.text
        value = 0.0
        for place in self._places[number]:
            before = text[max(0, place.start_char - _SIDE) : place.start_char].split("\n")[-1]
            after = text[place.end_char : place.end_char + 25].split("\n")[0]
            for window in (before, after):
                value -= bool(words.guest.search(window))
                value += bool(words.host.search(window))
        return max(-1.0, min(1.0, value))

    def of(
        self,
        institution: Institution,
        title: Mention | None,
        person: Mention,
        previous: tuple[Mention, Mention, Institution | None] | None,
    ) -> Signals:
        number = self._number[id(institution)]
        anchor = title or person
        places = self._places[number]
        found: Signals = {"bias": 1.0}
        found |= self._general(number, institution, places, anchor, title)
        found |= self._beside(places, title, person)
        found |= self._order(institution, places, anchor)
        found |= self._leads(number, institution, places, anchor)
        found["staffed"] = any(self._attached.get(p.mention_id) for p in places)
        found |= self._chain(institution, anchor, title, person, previous)
        if title:
            found |= self._title(number, institution, title)
        found |= self._countries(institution, title, person, places)
        found |= self._nation(institution, person)
        found |= self._clause(institution, title, person)
        found |= self._between(places, title, person)
        found |= self._elsewhere(places, person)
        return {name: float(value) for name, value in found.items() if value}

    def _general(self, number, institution, places, anchor, title) -> Signals:
        same = [p for p in places if self.scene.sentence(p) == self.scene.sentence(anchor)]
        nearest = min(places, key=lambda place: distance(place, anchor))
        gaps = [self.scene.sentence(anchor) - self.scene.sentence(p) for p in places]
        back = [g for g in gaps if g >= 0]
        return {
            "far": math.log1p(distance(nearest, anchor) / 40),
            "same_sentence": bool(same),
            "sentence_before": bool(back) and min(back) == 1,
            "sentences_back": math.log1p(min(back)) if back else 0.0,
            "only_later": not back,
            "before": places[0].start_char < anchor.start_char,
            "agency": self._agency[number],
            "first": self._rank[number] == 0,
            "second": self._rank[number] == 1,
            "later": self._rank[number] > 2,
            "often": math.log(len(places)),
            "only": len(self.institutions) == 1,
            "no_title": title is None,
            "territorial": bool(title and self.scene.words.territorial.search(title.text)),
            "host": self._side[number],
            "untitled_first": title is None and self._rank[number] == 0,
            "untitled_same": title is None and bool(same),
            "untitled_before": title is None and bool(back) and min(back) == 0,
            "most_named": len(places) == max(len(p) for p in self._places.values()),
        }

    def _beside(self, places, title, person) -> Signals:
        """How closely a mention stands to the title or the name."""
        found: Signals = {}
        for place in places:
            for anchor, kind in ((title, "t"), (person, "p")):
                if anchor is None or self.scene.sentence(place) != self.scene.sentence(anchor):
                    continue
                after = place.start_char >= anchor.end_char
                first, second = (anchor, place) if after else (place, anchor)
                if first.end_char > second.start_char:
                    continue
                gap = self.scene.gap(first, second)
                name = self._closeness(gap, title, person, after, kind)
                if name:
                    found[name] = 1.0
        direct = {t for p in places for t in self._attached.get(p.mention_id, ())}
        mine = bool(title and title.mention_id in direct)
        found["direct"] = mine
        found["taken"] = bool(direct) and not mine
        found["taken_near"] = not mine and any(
            self._attached.get(p.mention_id) for p in places
            if self.scene.sentence(p) == self.scene.sentence(title or person)
        )
        return found

    def _closeness(self, gap: Gap, title, person, after, kind) -> str | None:
        foreign = [m for m in gap.mentions if not self._own(m, title, person) and m.label in ("PERSON", "TITLE", "ORG")]
        if foreign or ";" in gap.signs or "\n" in gap.signs:
            return None
        own = any(m.label in ("PERSON", "TITLE") for m in gap.mentions)
        where = f"{kind}_{'after' if after else 'before'}"
        if own:
            where += "_own"
        if gap.letters == 0:
            loc = "_loc" if gap.has("LOC") else ""
            if "(" in gap.signs:
                return f"{where}_bracket"
            comma = "_comma" if set(gap.signs) & set(",–—-:") else ""
            return f"{where}{comma}{loc}"
        if gap.letters <= _NEAR:
            return f"{where}_near"
        return None

    def _own(self, mention, title, person) -> bool:
        if mention.mention_id == person.mention_id or (title and mention.mention_id == title.mention_id):
            return True
        if mention.label == "TITLE":
            return mention.mention_id not in self._holders or person.mention_id in self._holders[mention.mention_id]
        if mention.label == "PERSON" and title:
            return mention.mention_id in self._holders.get(title.mention_id, ())
        return False

    def _order(self, institution, places, anchor) -> Signals:
        start, end = self.scene.sentence_range(anchor)
        before = [o for o in self._organisations if o.end_char <= anchor.start_char]
        inside = [o for o in before if o.start_char >= start]
        after = [o for o in self._organisations if anchor.end_char <= o.start_char < end]
        prior = [o for o in before if o.start_char < start]
        own = lambda o: self._owner[o.mention_id] is institution
        number = self.scene.sentence(anchor)
        previous = [o for o in prior if self.scene.sentence(o) == number - 1]
        text = self.scene.text
        line = text.rfind("\n", 0, anchor.start_char) + 1
        paragraph = [o for o in before if o.start_char >= line]
        found = {
            "last_before": bool(before) and own(before[-1]),
            "last_in_sentence": bool(inside) and own(inside[-1]),
            "first_in_sentence": bool(inside) and own(inside[0]),
            "next_after": bool(after) and own(after[0]),
            "only_in_sentence": bool(inside or after) and all(own(o) for o in inside + after),
            "last_of_previous": not inside and bool(previous) and own(previous[-1]),
            "first_of_previous": not inside and bool(previous) and own(previous[0]),
            "first_in_paragraph": bool(paragraph) and own(paragraph[0]),
            "next_after_only": not inside and bool(after) and own(after[0]),
        }
        heading = self.scene.heading(anchor.start_char)
        under = [p for p in places if heading and heading[0] <= p.start_char < heading[1]]
        whole = heading[1] - heading[0] if heading else 0
        found["heading"] = bool(under)
        found["heading_alone"] = any(2 * (p.end_char - p.start_char) > whole for p in under)
        return found

    def _leads(self, number, institution, places, anchor) -> Signals:
        words, text = self.scene.words, self.scene.text
        start, _ = self.scene.sentence_range(anchor)
        found: Signals = {}
        lead = self.scene.list_lead(anchor.start_char)
        if lead:
            inside = [o for o in self._organisations if lead[0] <= o.start_char < lead[1]]
            found["colon_last"] = bool(inside) and self._owner[inside[-1].mention_id] is institution
            found["colon_only"] = bool(inside) and all(self._owner[o.mention_id] is institution for o in inside)
            found["colon_other"] = bool(inside) and all(self._owner[o.mention_id] is not institution for o in inside)
        leads = list(words.leads.finditer(text, start, anchor.start_char))
        closes = list(words.closes.finditer(text, start, anchor.start_char))
        windows = []
        if leads:
            at = leads[-1].end()
            found["led"] = any(at <= p.start_char <= at + 25 for p in places)
            found["led_other"] = not found["led"] and any(at <= o.start_char <= at + 25 for o in self._organisations)
            windows.append((leads[-1].start(), min(at + _SIDE, anchor.start_char)))
        if closes:
            at = closes[-1].start()
            found["led_back"] = any(at - 25 <= p.end_char <= at for p in places)
            windows.append((max(start, at - _SIDE), closes[-1].end()))
        if not windows and lead:
            windows.append(lead)
        if windows:
            found |= self._side_named(number, institution, max(windows))
        return found

    def _side_named(self, number, institution, window) -> Signals:
        segment = self.scene.text[window[0] : window[1]]
        cues = [c for c in self._cues if window[0] <= c.start < window[1]]
        country = cues[0].country if cues else None
        words = self.scene.words
        found: Signals = {}
        if country:
            found["lead_country"] = country == institution.country
            found["lead_other_country"] = institution.country not in (None, country)
        places = [m for m in self.scene.labelled("LOC") if window[0] <= m.start_char < window[1]]
        stems = {s for p in places for s in _stems(p.text)}
        found["lead_place"] = bool(stems & self._stems[number])
        if words.guest.search(segment):
            found["lead_guest"] = -self._side[number]
        elif words.host.search(segment):
            found["lead_host"] = self._side[number]
        return found

    def _chain(self, institution, anchor, title, person, previous) -> Signals:
        if previous is None:
            return {}
        last_title, last_person, last = previous
        same = last is institution
        own = bool(title and self.scene.words.own.search(self.scene.text[max(0, title.start_char - 12) : title.start_char]))
        found: Signals = {"prev": same, "prev_own": same and own, "prev_own_other": own and not same}
        begin = last_title if last_title.end_char > last_person.end_char else last_person
        end = title if title and title.start_char < person.start_char else person
        if begin.end_char > end.start_char:
            return found
        gap = self.scene.gap(begin, end)
        near = self.scene.sentence(begin) == self.scene.sentence(end)
        found["prev_sentence"] = same and near
        orgs = gap.has("ORG")
        breaks = any(begin.end_char <= c.start < end.start_char for c in self._cues)
        found["prev_break"] = same and breaks
        if near or self.scene.list_lead(anchor.start_char) is not None:
            tight = gap.letters <= 12 and not orgs
            found["prev_tight"] = same and tight
            found["prev_tight_other"] = last is not None and not same and tight
            found["prev_semicolon"] = same and (";" in gap.signs or "\n" in gap.signs) and not orgs
            found["prev_and"] = same and tight and not set(gap.signs) & set(",;\n")
        # a shared title
        found["prev_title"] = same and title is not None and last_title.mention_id == title.mention_id
        return found

    def _title(self, number, institution, title) -> Signals:
        name = institution.name.casefold()
        text = self.scene.text
        stems = set(self._free_stems(title.text))
        shared = len(stems & self._stems[number])
        fits = [bool(h.search(name)) for t, h in self.scene.words.kinds if t.search(title.text)]
        territorial = bool(self.scene.words.territorial.search(title.text))
        before = text[max(0, title.start_char - 40) : title.start_char].split("\n")[-1]
        after = text[title.end_char : title.end_char + 40].split("\n")[0]
        gap = self.scene.words.of.match(after)
        words_after = self._free_words(title.end_char, title.end_char + 45)
        words_before = self._free_words(title.start_char - 45, title.start_char)
        own = bool(self.scene.words.own.search(before[-12:]))
        found: Signals = {
            "shared_words": min(shared, 3) / 3,
            "fits_kind": any(fits),
            "other_kind": bool(fits) and not any(fits),
            "territorial_fit": territorial and any(fits),
            "own_before": own,
            "territorial_shared": territorial and any(fits) and shared > 0,
            "territorial_alone": territorial and not any(fits),
            "own_first": own and self._rank[number] == 0,
            "own_last": own and self._last(title) is institution,
            "territorial_country": territorial and any(fits) and self._title_country(title) == institution.country,
            "title_place": self._title_country(title) is not None,
            "title_place_fit": self._title_country(title) is not None and any(fits),
        }
        direct = {t for place in self._attached.values() for t in place}
        if title.mention_id not in direct:
            head_stems = self._heads(number)
            # a bare head stands right before or after: the Academy's rector, ректор академии
            for name, words, pick in (("after", words_after, 0), ("before", words_before, -1)):
                word = words[pick] if words else ""
                found[f"bare_{name}"] = word in head_stems
                found[f"bare_{name}_near"] = not found[f"bare_{name}"] and bool(set(words) & head_stems)
            listed = self.scene.words.heads
            head = listed.match(after, gap.end() if gap else 0)
            found["bare_head"] = bool(head) and head.group().casefold()[:_STEM] in name
            found["bare_other"] = bool(head) and head.group().casefold()[:_STEM] not in name
        else:
            found["other_direct"] = True
        return found

    def _free_stems(self, text: str) -> set[str]:
        return _stems(self.scene.words.fillers.sub(" ", text))

    def _free_words(self, start: int, end: int) -> list[str]:
        """The beginnings of the words of a stretch on one line, those in mentions left out."""
        text = self.scene.text
        start, end = max(start, 0), min(end, len(text))
        found = []
        for word in re.finditer(r"[^\W\d_]{3,}", text[:end][start:]):
            at = start + word.start()
            inside = any(m.start_char <= at < m.end_char for m in self.scene.mentions)
            if inside or "\n" in text[min(at, end) : max(at, start)]:
                continue
            if not self.scene.words.fillers.fullmatch(word.group()):
                found.append(word.group().casefold()[:_STEM])
        return found

    def _title_country(self, title: Mention) -> str | None:
        found = next((c for c in self._cues if title.start_char <= c.start < title.end_char), None)
        return found.country if found else None

    def _last(self, anchor: Mention) -> Institution | None:
        before = [o for o in self._organisations if o.end_char <= anchor.start_char]
        return self._owner[before[-1].mention_id] if before else None

    def _nation(self, institution: Institution, person: Mention) -> Signals:
        """Whether the name of a person is from the country of an institution."""
        if institution.country is None:
            return {"nation_unknown": len(self._nations) > 1}
        if len(self._nations) < 2:
            return {}
        likely = nations(person.text)
        most = max(likely.get(code, 0.0) for code in self._nations)
        value = likely.get(institution.country, 0.0) / most if most else 0.0
        return {"nation": value, "nation_sure": value > 0.9, "nation_no": value < 0.1}

    def _clause(self, institution, title, person) -> Signals:
        """The country named last before the title and name, with no one else between."""
        begin = min(m.start_char for m in (title, person) if m)
        start, _ = self.scene.sentence_range(title or person)
        others = [m.end_char for m in self.scene.mentions if m.end_char <= begin and m.label in ("PERSON", "TITLE", "ORG")]
        start = max([start, *others[-1:]])
        cues = [c for c in self._cues if start <= c.start and c.end <= begin]
        if not cues or institution.country is None:
            return {}
        same = cues[-1].country == institution.country
        return {"clause_country": same, "clause_other_country": not same}

    def _between(self, places, title, person) -> Signals:
        """How many others stand between the nearest mention before, and after."""
        anchor = title or person
        found: Signals = {}
        before = [p for p in places if p.end_char <= anchor.start_char]
        _, end = self.scene.sentence_range(anchor)
        after = [p for p in places if anchor.end_char <= p.start_char < end]
        if before:
            gap = self.scene.gap(before[-1], anchor)
            others = [m for m in gap.mentions if not self._own(m, title, person)]
            found["orgs_between"] = min(sum(m.label == "ORG" for m in others), 4)
            found["none_between"] = not any(m.label in ("ORG", "PERSON", "TITLE") for m in others)
            found["people_between"] = min(sum(m.label == "PERSON" for m in others), 4)
        if after:
            gap = self.scene.gap(anchor, after[0])
            others = [m for m in gap.mentions if not self._own(m, title, person)]
            found["people_after"] = min(sum(m.label in ("PERSON", "TITLE") for m in others), 3)
            found["none_after"] = not any(m.label in ("ORG", "PERSON", "TITLE") for m in others)
        return found

    def _elsewhere(self, places, person) -> Signals:
        """Whether the person is named beside the institution in another place."""
        words = {w for w in re.findall(r"[^\W\d_]{4,}", person.text.casefold())}
        for other in self._people.values():
            if other is person or not words & set(re.findall(r"[^\W\d_]{4,}", other.text.casefold())):
                continue
            for place in places:
                if self.scene.sentence(place) != self.scene.sentence(other):
                    continue
                first, second = sorted((place, other), key=lambda m: m.start_char)
                if first.end_char > second.start_char:
                    continue
                gap = self.scene.gap(first, second)
                if not gap.has("ORG", "PERSON") and gap.letters <= 3:
                    return {"elsewhere": 1.0}
        return {}

    def _heads(self, number: int) -> set[str]:
        return self._stems[number]

    def _countries(self, institution, title, person, places) -> Signals:
        country = self._title_country(title) if title else None
        if country is None or institution.country is None:
            return {}
        same = country == institution.country
        return {"title_country": same, "title_other_country": not same}

    def _in_dateline(self, place: Mention) -> bool:
        """As in ``ASTANA, 12 May. /Kazinform/ –``: who brings the news."""
        text = self.scene.text
        line = text.rfind("\n", 0, place.start_char) + 1
        if place.start_char - line > _DATELINE or line > _OPENING:
            return False
        before, after = text[line : place.start_char], text[place.end_char : place.end_char + 3]
        enclosed = before[-1:] in ("/", "(") and after[:1] in ("/", ")", ",")
        places = any(line <= m.start_char < place.start_char for m in self.scene.labelled("LOC"))
        named = any(
            place.start_char - o.end_char in (1, 2) and o.end_char <= place.start_char
            for o in self._organisations
        )
        closed = places and len(before) <= _DATELINE // 2 and bool(re.match(r"\s*(?:[–—]|-\s|\.\s)", after))
        alone = not before.strip() and bool(re.match(r"\s+[–—-]", after))
        return not named and ((enclosed and len(before) <= _DATELINE // 2) or closed or alone)


def distance(one: Mention, other: Mention) -> int:
    """Characters between two mentions, whichever comes first."""
    return max(one.start_char - other.end_char, other.start_char - one.end_char, 0)


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"[^\W\d_]{3,}", text.casefold())}


def _ranks(agencies: list[bool]) -> list[int]:
    """The order of institutions, news agencies last."""
    order = sorted(range(len(agencies)), key=lambda number: (agencies[number], number))
    return [order.index(number) for number in range(len(agencies))]
