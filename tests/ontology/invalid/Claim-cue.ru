DELETE WHERE { c:reaffirm bs:cue ?words }
