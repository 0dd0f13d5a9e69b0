"""What the line found → figures against gold annotations, and every miss with its sentence."""
