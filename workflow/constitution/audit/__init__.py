"""What is known, assumed or missing in the files of councils and of the law."""
