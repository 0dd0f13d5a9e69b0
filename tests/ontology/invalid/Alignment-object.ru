INSERT DATA { al:later rdf:object e:visit . c:reaffirm bs:followsUpOn e:visit }
