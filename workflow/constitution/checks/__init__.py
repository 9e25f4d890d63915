"""Whether a council's file is sound: its entries agree, and say how sure they are."""
