import pytest
from spacy.tokens import Doc


@pytest.fixture(autouse=True, scope="session")
def extension():
    """What a document is told about its article, as the pipeline does."""
    if not Doc.has_extension("article"):
        Doc.set_extension("article", default=None)
