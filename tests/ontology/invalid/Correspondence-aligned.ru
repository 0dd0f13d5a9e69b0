INSERT DATA { c:promise bs:overlaps c:agree-b . c:agree-b bs:overlaps c:promise }
