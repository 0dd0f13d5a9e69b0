DELETE WHERE { c:reaffirm bs:isHeldBy ?party }
