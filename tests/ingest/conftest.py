import pytest


@pytest.fixture
def write(tmp_path):
    """Write a file with a text, encoded as UTF-8 unless it is bytes, and give its path."""

    def _write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return _write
