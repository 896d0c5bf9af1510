from hypothesis import HealthCheck, settings

# a machine may be busy with other work: timings are for benchmarks
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
