"""The engines: which spaCy components each is made of, alone and together with others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

# importing registers the spaCy factories
from communique.mentions import encoder as _encoder  # noqa: F401
from communique.mentions import (
    fill,
    gliner_engine,
    patterns,
    refine,
    spacy_pipeline,
    stanza_engine,
    union,
)
from communique.mentions.encoder_model import COMPONENT as ENCODER
from communique.mentions.engine_specs import parse_engines

if TYPE_CHECKING:
    from spacy.language import Language

    from communique.mentions.engine_specs import EngineSpec

COMPONENTS: dict[str, str] = {
    "encoder": ENCODER,
    "patterns": patterns.COMPONENT,
    "spacy": spacy_pipeline.COMPONENT,
    "stanza": stanza_engine.COMPONENT,
    "gliner": gliner_engine.COMPONENT,
}
"""Engine name → the spaCy factory of the component that labels."""


class _Step(NamedTuple):
    factory: str
    config: dict[str, Any]


def add_engines(nlp: Language, text: str) -> None:
    """Add the components of the engines that ``text`` names to a pipeline.

    ``nlp.meta["models"]`` then has name and version of each model.

    Raises:
        UnknownEngineError: there is no engine of a name.
        EngineError: an engine or its model cannot be used; the message says why and what to do.
    """
    specs = parse_engines(text)
    names: set[str] = set()
    for step in _steps(specs):
        number = sum(name.startswith(step.factory) for name in names)
        name = f"{step.factory}_{number + 1}" if number else step.factory
        names.add(name)
        nlp.add_pipe(step.factory, name=name, config=step.config)
    components = [component for _, component in nlp.pipeline]
    nlp.meta["models"] = [one.model_name for one in components if hasattr(one, "model_name")]


def engine_remarks(nlp: Language) -> list[str]:
    """What the user should know of what the engines of a pipeline read so far."""
    said = (getattr(component, "remarks", None) for _, component in nlp.pipeline)
    return [remark for tell in said if tell for remark in tell()]


def _steps(specs: tuple[EngineSpec, ...]) -> list[_Step]:
    own = [_Step(COMPONENTS[one.name], {"model": one.model} if one.model else {}) for one in specs]
    if [one.name for one in specs] == ["patterns"]:
        return own  # there is nothing that the patterns know better than themselves
    ending = [_Step(fill.COMPONENT, {}), _Step(refine.COMPONENT, {})]
    if len(own) == 1:
        return [*own, *ending]
    aside = _Step(union.ASIDE, {})
    return [*(step for one in own for step in (one, aside)), _Step(union.UNION, {}), *ending]
