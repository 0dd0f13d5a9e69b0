DELETE WHERE { c:agree-b bs:corroborates c:agree-a }
