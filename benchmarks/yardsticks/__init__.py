"""What the product is measured against, each as well made as its kind allows."""
