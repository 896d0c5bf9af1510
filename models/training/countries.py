"""Fit the weights by which a country is chosen for an institution.

On the institutions of gold articles; writes ``lexicon/weights/countries.toml``. Usage::

    python models/training/countries.py corpus/gold/train corpus/gold/passages
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from logit import Choice, fit, write

from communique.evaluate.gold import GoldArticle, read_gold
from communique.institutions.country import Countries
from communique.institutions.groups import group_mentions
from communique.names.forms import dictionary_form

if TYPE_CHECKING:
    from collections.abc import Iterator


def choices_of(gold: GoldArticle) -> Iterator[Choice]:
    """For each institution the signals of the countries of its article, and the right one."""
    article, mentions = gold.record.article, gold.record.mentions
    organisations = [mention for mention in mentions if mention.label == "ORG"]
    forms = {m.mention_id: dictionary_form(m.text, "ORG", gold.language) for m in organisations}
    groups = group_mentions(article, organisations, forms)
    countries = Countries(article, mentions, groups)
    right = {m: i.country for i in gold.record.institutions for m in i.mention_ids}
    for number, group in enumerate(groups):
        code = right.get(group.mentions[0].mention_id)
        options = countries.options(number)
        codes = [known for known, _ in options]
        if options and (code is None or code in codes):
            yield Choice([signals for _, signals in options], codes.index(code) if code else -1)


def main(folders: list[Path]) -> None:
    """Fit on gold folders and write the weights."""
    articles = [gold for folder in folders for gold, _ in read_gold(folder) if gold]
    choices = [choice for gold in articles for choice in choices_of(gold)]
    write("countries", fit(choices, none=True), f"{len(choices)} institutions")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
