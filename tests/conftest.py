"""What all tests share."""

import os

from hypothesis import HealthCheck, settings

# A busy machine is no failure.
settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=100
)
settings.register_profile("nightly", settings.get_profile("unhurried"), max_examples=10_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "unhurried"))
