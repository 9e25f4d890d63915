"""What must be so before a step is taken. Each guard gives a refusal, or None when it is so."""
