"""Models on this machine: which there are, and fetching those of Stanza."""
