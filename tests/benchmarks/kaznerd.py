"""Stanza NER for Kazakh, trained on KazNERD, beside the encoder on the tenth that is held out.

    python -m tests.benchmarks.kaznerd train KAZNERD_IOB2 KTB_CONLLU FOLDER --minutes 26
    python -m tests.benchmarks.kaznerd score KAZNERD_IOB2 FOLDER

Needs ``communique[stanza]``. Stanza's defaults, less the word vectors and the character model that
come from its hub; training stops when the time is over and keeps the best model on the dev tenth.
Sentences are parted as they stand: eight tenths to train on, one to choose the model on, one to
score. The tokenizer is trained on the Universal Dependencies treebank KTB.

The encoder's recipe trained it on the whole file, the held-out tenth too, though with other bounds
and with a mask over what differs from our standard; so its figures here say how far it follows
KazNERD's standard, and are no fair measure of it on unseen text. ``corpus/gold`` is that for both.
"""

import argparse
import json
import multiprocessing
from collections import Counter
from pathlib import Path

from tests.stanza_training import options, saved, tokenizer_files, train_ner

NAME = "kaznerd"
OURS = {
    "PERSON": "PERSON",
    "POSITION": "TITLE",
    "ORGANISATION": "ORG",
    "GPE": "LOC",
    "LOCATION": "LOC",
}  # dates are read by the same patterns whichever engine it is
_TOKENIZER_STEPS = 1000


def read_iob2(path):
    """Sentences as lists of ``(word, tag)``, in the three parts."""
    blocks = Path(path).read_text(encoding="utf-8").split("\n\n")
    sentences = [[tuple(line.split()) for line in block.splitlines() if line] for block in blocks]
    sentences = [sentence for sentence in sentences if sentence]
    dev, test = len(sentences) * 8 // 10, len(sentences) * 9 // 10
    return {"train": sentences[:dev], "dev": sentences[dev:test], "test": sentences[test:]}


def train(kaznerd, treebank, folder, minutes):
    """Train tokenizer and NER; the time is for the NER alone."""
    work = folder / "work"
    work.mkdir(parents=True, exist_ok=True)
    for part, sentences in read_iob2(kaznerd).items():
        data = [[{"text": word, "ner": tag} for word, tag in sentence] for sentence in sentences]
        (work / f"{part}.json").write_text(json.dumps(data), encoding="utf-8")
    _train_tokenizer(treebank, folder, work)
    process = multiprocessing.Process(target=_train_ner, args=(folder, work))
    process.start()
    process.join(minutes * 60)
    process.terminate()


def _train_tokenizer(treebank, folder, work):
    from stanza.models import tokenizer  # noqa: PLC0415

    files = tokenizer_files(list(_treebank_lines(treebank)), work)
    where = saved("kk", folder / "kk" / "tokenize", "ktb")
    settings = {"steps": _TOKENIZER_STEPS, "eval_steps": 10**6, "max_seqlen": 300}
    tokenizer.main(options(**files, lang="kk", **where, **settings))


def _treebank_lines(path):
    """Each sentence as a line with the bounds of its words; a multi-word token is one."""
    for block in Path(path).read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
        text = next((x[9:] for x in block.splitlines() if x.startswith("# text = ")), "")
        words, at, inside = [], 0, 0
        for number, word, *_ in rows:
            first, dash, last = number.partition("-")
            if "." in number or (not dash and int(first) <= inside):
                continue
            inside = int(last) if dash else inside
            start = text.find(word, at)
            if start < 0:
                break
            at = start + len(word)
            words.append((start, at))
        if words and text[at:].strip() == "":
            yield text.rstrip(), [words]


def _train_ner(folder, work):
    files = {"train_file": work / "train.json", "eval_file": work / "dev.json"}
    train_ner(files, saved("kk", folder / "kk" / "ner", NAME), {})


def score(kaznerd, folder):
    """F1 by label on the held-out tenth, bounds and label right, for both engines."""
    import communique  # noqa: PLC0415
    from communique.ingest import make_article  # noqa: PLC0415
    from communique.pipeline import extract_articles  # noqa: PLC0415

    lines = [_line(sentence) for sentence in read_iob2(kaznerd)["test"]]
    articles = [make_article(text, language="kk") for text, _ in lines]
    print(f"{len(lines)} sentences of KazNERD, per cent F1")
    for engine in (f"stanza:{folder}", "encoder"):
        counts = Counter()
        records = extract_articles(communique.load(engine), articles)
        for record, (text, gold) in zip(records, lines, strict=True):
            assert record.article.text == text
            found = {(m.label, m.start_char, m.end_char) for m in record.mentions}
            for label in set(OURS.values()):
                mine, theirs = ({x for x in group if x[0] == label} for group in (found, gold))
                counts[label, "hit"] += len(mine & theirs)
                counts[label, "all"] += len(mine) + len(theirs)
        total = 200 * sum(n for (_, kind), n in counts.items() if kind == "hit")
        shown = [f"all {total / sum(n for (_, k), n in counts.items() if k == 'all'):.1f}"]
        shown += [
            f"{label} {200 * counts[label, 'hit'] / counts[label, 'all']:.1f}"
            for label in dict.fromkeys(OURS.values())
        ]
        print(engine.partition(":")[0], *shown)


def _line(sentence):
    text, spans, open_span = "", set(), None
    for word, tag in [*sentence, ("", "O")]:
        if open_span and not tag.startswith("I-"):
            spans.add((*open_span[:2], len(text)))
            open_span = None
        start = len(text) + bool(text)
        if tag.startswith("B-") and tag[2:] in OURS:
            open_span = (OURS[tag[2:]], start)
        text = f"{text} {word}".strip()
    return text, spans


def main():
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    commands = parser.add_subparsers(required=True, dest="command")
    trainer = commands.add_parser("train")
    trainer.add_argument("kaznerd", type=Path)
    trainer.add_argument("treebank", type=Path)
    trainer.add_argument("folder", type=Path)
    trainer.add_argument("--minutes", type=float, default=26)
    scorer = commands.add_parser("score")
    scorer.add_argument("kaznerd", type=Path)
    scorer.add_argument("folder", type=Path)
    chosen = parser.parse_args()
    if chosen.command == "train":
        train(chosen.kaznerd, chosen.treebank, chosen.folder, chosen.minutes)
    else:
        score(chosen.kaznerd, chosen.folder)


if __name__ == "__main__":
    main()
