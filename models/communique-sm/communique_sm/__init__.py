"""The multilingual encoder of Communique, packaged the way spaCy models are.

``spacy.load("communique_sm")`` or ``communique_sm.load()`` gives a ``Language`` that labels
``doc.spans["mentions"]`` and ``doc.spans["points"]``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.util import get_model_meta, load_model_from_path

import communique.mentions.encoder  # registers the component
import communique.tokenizer  # noqa: F401 - registers the tokenizer

if TYPE_CHECKING:
    from spacy.language import Language

_FOLDER = Path(__file__).parent

__version__ = get_model_meta(_FOLDER)["version"]


def load(**overrides: Any) -> Language:
    """The pipeline; ``overrides`` are those of :func:`spacy.util.load_model_from_path`."""
    return load_model_from_path(_FOLDER, meta=get_model_meta(_FOLDER), **overrides)
