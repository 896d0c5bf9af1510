"""Gold samples, scores against them, reports, and the accuracy gate."""
