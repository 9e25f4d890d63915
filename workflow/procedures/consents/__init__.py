"""Consent that is asked of office holders: for urgency, a private meeting, or exemption."""
