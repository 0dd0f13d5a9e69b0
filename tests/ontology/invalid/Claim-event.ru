INSERT DATA { c:agree-a bs:isInEvent e:visit }
