"""What an article reports: type, date and place of the event."""

from communique.event.find import find_event

__all__ = ["find_event"]
