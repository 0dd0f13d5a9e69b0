DELETE WHERE { c:agree-a bs:binds ?party }
