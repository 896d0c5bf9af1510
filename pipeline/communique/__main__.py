"""``python -m communique`` is the command ``communique``."""

from communique.cli import app

app(prog_name="communique")
