"""Stanza models trained with Stanza's own code on gold articles."""

import json
from pathlib import Path

import regex

_TINY_TOKENIZER = {
    "emb_dim": 16,
    "hidden_dim": 24,
    "max_seqlen": 600,
    "steps": 300,
    "eval_steps": 1000,  # more than there are steps: the last model is taken
    "lr0": 0.01,
    "batch_size": 8,
}
_TINY_NER = {
    "hidden_dim": 48,
    "word_emb_dim": 24,
    "char_emb_dim": 12,
    "char_hidden_dim": 16,
    "max_steps": 160,
    "eval_interval": 1000,
    "batch_size": 8,
    "optim": "adam",
    "lr": 0.01,
    "dropout": 0.2,
}
_WORD = regex.compile(r"\p{L}+|\p{N}+|[^\s]")


def train(language, folder, articles, dev=None, *, ner=_TINY_NER, name="tiny"):  # noqa: PLR0913
    """Write ``LANG/tokenize/NAME.pt`` and ``LANG/ner/NAME.pt`` below ``folder``.

    Args:
        language: of the articles.
        folder: where the models go; files to train on are written there too.
        articles: pairs of text and spans, as :func:`tests.samples.samples` gives them.
        dev: as many to choose the best NER model on; without them the last is taken.
        ner: settings that differ from Stanza's defaults.
        name: of the package.
    """
    work = Path(folder) / "work"
    work.mkdir(parents=True, exist_ok=True)
    lines = [line for text, spans in articles for line in _lines(text, spans)]
    held_out = [line for text, spans in dev or articles for line in _lines(text, spans)]
    _train_tokenizer(lines, language, work, Path(folder) / language / "tokenize", name)
    files = {"train_file": lines, "eval_file": held_out}
    for kind, found in files.items():
        files[kind] = work / f"{kind}.json"
        files[kind].write_text(json.dumps(_words(found)), encoding="utf-8")
    train_ner(files, saved(language, Path(folder) / language / "ner", name), ner)


def _lines(text, spans):
    """Each line with its words as ``(start, end, tag)``, sentence by sentence.

    The name of a person is one word, so that words with blanks in them occur, as in Stanza's
    Vietnamese.
    """
    start = 0
    for line in text.splitlines(keepends=True):
        sentences = [[]]
        people = [(s - start, e - start) for s, e, label in spans if label == "PERSON"]
        for place in (match.span() for match in _WORD.finditer(line)):
            person = next((p for p in people if p[0] <= place[0] and place[1] <= p[1]), None)
            if person and place[0] > person[0]:
                continue
            first, last = person or place
            sentences[-1].append((first, last, _tag(first + start, last + start, spans)))
            if line[first:last] in ".!?" and line[last : last + 1].isspace():
                sentences.append([])
        if sentences[0]:
            yield line.rstrip(), [sentence for sentence in sentences if sentence]
        start += len(line)


def _tag(start, end, spans):
    for first, last, label in spans:
        if first <= start and end <= last:
            return f"{'B' if start == first else 'I'}-{label}"
    return "O"


def _train_tokenizer(lines, language, work, folder, name):
    from stanza.models import tokenizer  # noqa: PLC0415

    marked = [(line, [[word[:2] for word in words] for words in found]) for line, found in lines]
    files = tokenizer_files(marked, work)
    tokenizer.main(
        options(**files, lang=language, **saved(language, folder, name), **_TINY_TOKENIZER)
    )


def tokenizer_files(lines, work):
    """Stanza's files of lines with the bounds of their words by sentence; dev set: the same.

    Beside the text a file of digits: 1 at the end of a word, 2 at the end of a sentence, else 0.
    """
    labels = []
    for line, sentences in lines:
        signs = ["0"] * len(line)
        for words in sentences:
            for _, end in words:
                signs[end - 1] = "1"
            signs[words[-1][1] - 1] = "2"
        labels.append("".join(signs))
    (work / "text").write_text("\n\n".join(line for line, _ in lines) + "\n\n", encoding="utf-8")
    (work / "labels").write_text("\n\n".join(labels) + "\n\n", encoding="utf-8")
    (work / "mwt.json").write_text("[]")
    files = {"txt_file": work / "text", "label_file": work / "labels"}
    dev = {f"dev_{key}": path for key, path in files.items()}
    return {**files, **dev, "mwt_json_file": work / "mwt.json"}


def _words(lines):
    """Stanza's form of tagged sentences."""
    return [
        [{"text": line[start:end], "ner": tag} for start, end, tag in sentence]
        for line, sentences in lines
        for sentence in sentences
    ]


def train_ner(files, where, settings):
    """Stanza's NER without word vectors, which are on its hub."""
    from stanza.models import ner_tagger  # noqa: PLC0415

    ner_tagger.main([*options(**files, **where, **settings), "--no_pretrain"])


def saved(language, folder, name):
    """Where Stanza writes a model, and what it calls it."""
    return {"shorthand": f"{language}_{name}", "save_dir": folder, "save_name": f"{name}.pt"}


def options(**values):
    """The command line of Stanza's trainers."""
    return ["--cpu", *(word for key, value in values.items() for word in (f"--{key}", str(value)))]
