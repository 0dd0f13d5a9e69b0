DELETE WHERE { c:reaffirm bs:isEvidencedBy ?span }
