DELETE WHERE { c:reaffirm bs:contentNegated ?value }
