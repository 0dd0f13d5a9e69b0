INSERT DATA { d:term bs:subjectWording "hotline"@en }
