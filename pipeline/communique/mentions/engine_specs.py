"""How engines are named: ``encoder``, ``spacy:PIPELINE``, ``encoder+stanza:kk=kaznerd``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from communique.errors import UnknownEngineError
from communique.mentions.errors import EngineSpecError


class Usage(NamedTuple):
    """How an engine is written, and whether something must or may follow the colon."""

    written: str
    takes: bool = False
    needs: bool = False


USAGES: dict[str, Usage] = {
    "encoder": Usage("encoder"),
    "patterns": Usage("patterns"),
    "spacy": Usage("spacy:NAME or spacy:FOLDER", takes=True, needs=True),
    "stanza": Usage("stanza, stanza:FOLDER, or stanza:LANG=PACKAGE,...", takes=True),
    "gliner": Usage("gliner, gliner:FOLDER or gliner:MODEL", takes=True),
}

# a plus sign joins engines only where the name of one follows, so that folders may have one
_JOIN = re.compile(rf"\s*\+\s*(?=(?:{'|'.join(USAGES)})\s*(?:[:+]|$))")


@dataclass(frozen=True)
class EngineSpec:
    """One engine: its name, and what was said behind the colon."""

    name: str
    model: str = ""

    def __str__(self) -> str:
        return f"{self.name}:{self.model}" if self.model else self.name


def parse_engines(text: str) -> tuple[EngineSpec, ...]:
    """The engines of ``one+another:with its model``, in their order.

    Raises:
        UnknownEngineError: there is no engine of a name; the message lists those there are.
        EngineSpecError: an engine lacks its model, or takes none.
    """
    return tuple(_parse(part.strip()) for part in _JOIN.split(text.strip()))


def _parse(text: str) -> EngineSpec:
    name, colon, model = text.partition(":")
    if name not in USAGES:
        unknown = next((part for part in name.split("+") if part not in USAGES), name)
        raise UnknownEngineError(unknown, USAGES)
    usage = USAGES[name]
    if (usage.needs and not model) or (colon and not (usage.takes and model)):
        raise EngineSpecError(text, usage.written)
    return EngineSpec(name, model)
