INSERT DATA { c:reaffirm bs:isSpokenBy i:xa }
