"""What is told: figures, forms, documents, each open to its records."""
