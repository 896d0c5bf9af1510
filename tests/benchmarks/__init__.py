"""Measurements that take too long for a test run; each module says how it is called."""
