"""The recipe that makes the multilingual encoder ``communique-sm``: data, training, export."""
