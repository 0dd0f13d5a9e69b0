INSERT DATA { c:reaffirm bs:isOwedTo i:ana }
