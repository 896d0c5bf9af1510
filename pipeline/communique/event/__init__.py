"""What an article reports: type, date and place of the event, and the day of publication."""

from communique.event.find import find_event
from communique.event.published import with_publication_day

__all__ = ["find_event", "with_publication_day"]
