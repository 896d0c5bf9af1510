"""Small models of other libraries, made or trained here, so that no hub is needed."""

import random

import pytest
import spacy
from hypothesis import HealthCheck, settings
from spacy.training import Example

from tests.samples import samples
from tests.stanza_training import train

# a machine may be busy with other work: timings are for benchmarks
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(scope="session")
def spacy_folder(tmp_path_factory):
    """A tiny spaCy pipeline that has seen a few English articles often; PERSON and ORG alone."""
    random.seed(0)
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner", config={"model": {"tok2vec": {"width": 32, "depth": 2, "embed_size": 500}}})
    examples = []
    for text, spans in samples("en", 6):
        kept = [span for span in spans if span[2] in {"PERSON", "ORG"}]
        examples.append(Example.from_dict(nlp.make_doc(text), {"entities": kept}))
    optimizer = nlp.initialize(lambda: examples)
    optimizer.learn_rate = 0.01
    for _ in range(30):
        for example in random.sample(examples, len(examples)):
            nlp.update([example], sgd=optimizer)
    folder = tmp_path_factory.mktemp("models") / "tiny"
    nlp.meta.update({"name": "tiny", "version": "1.2.3"})
    nlp.to_disk(folder)
    return folder


@pytest.fixture(scope="session")
def stanza_folder(tmp_path_factory):
    """Tiny Stanza models for Vietnamese, trained with Stanza's own code."""
    folder = tmp_path_factory.mktemp("models") / "stanza"
    train("vi", folder, list(samples("vi", 8)))
    return folder


@pytest.fixture(scope="session")
def gliner_folder(tmp_path_factory):
    """A tiny GLiNER that was never trained: it finds something anywhere, always the same."""
    import gliner  # noqa: PLC0415 - an extra, like those below
    import torch  # noqa: PLC0415
    import transformers  # noqa: PLC0415
    from tokenizers import Tokenizer, models, pre_tokenizers  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("models") / "gliner"
    signs = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    letters = [prefix + chr(code) for prefix in ("", "##") for code in range(33, 127)]
    vocabulary = {piece: number for number, piece in enumerate(signs + letters)}
    words = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_object=words,
        model_max_length=256,
        **{f"{name}_token": f"[{name.upper()}]" for name in ("pad", "unk", "cls", "sep")},
    )
    tokenizer.save_pretrained(folder)
    network = transformers.BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=256,
    )
    config = gliner.GLiNERConfig(
        model_name=str(folder),
        encoder_config=network.to_dict(),
        hidden_size=16,
        max_len=100,
        max_width=4,
        vocab_size=len(tokenizer),
    )
    torch.manual_seed(0)
    gliner.GLiNER.from_config(config, backbone_from_pretrained=False).save_pretrained(folder)
    return folder
