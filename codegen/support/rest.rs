//! The pieces that the forms of days, times and lengths of time consist of.

/// What is left to read of a text.
pub(super) struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self(text.as_bytes())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the next character is this one, in any case; then it is read.
    pub(super) fn eat(&mut self, wanted: u8) -> bool {
        match self.0.split_first() {
            Some((first, rest)) if first.eq_ignore_ascii_case(&wanted) => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    pub(super) fn expect(&mut self, wanted: u8) -> Option<()> {
        self.eat(wanted).then_some(())
    }

    /// A number, and how many digits it has.
    pub(super) fn number(&mut self) -> Option<(u64, usize)> {
        let (mut value, mut digits) = (0_u64, 0);
        while let Some((digit @ b'0'..=b'9', rest)) = self.0.split_first() {
            value = value.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
            digits += 1;
            self.0 = rest;
        }
        (digits > 0).then_some((value, digits))
    }

    /// A number of two digits, up to `most`.
    pub(super) fn pair(&mut self, most: u8) -> Option<u8> {
        let (value, digits) = self.number()?;
        let value = u8::try_from(value).ok()?;
        (digits == 2 && value <= most).then_some(value)
    }

    /// The digits behind a point, as nanoseconds; those beyond are dropped.
    pub(super) fn fraction(&mut self) -> Option<u32> {
        let (mut value, mut unit, before) = (0, 100_000_000, self.0.len());
        while let Some((digit @ b'0'..=b'9', rest)) = self.0.split_first() {
            value += u32::from(digit - b'0') * unit;
            unit /= 10;
            self.0 = rest;
        }
        (self.0.len() < before).then_some(value)
    }

    /// The number before this unit, if that comes next: `12H`.
    pub(super) fn part(&mut self, unit: u8) -> Option<u64> {
        let mut ahead = Rest(self.0);
        let (number, _) = ahead.number()?;
        ahead.expect(unit)?;
        self.0 = ahead.0;
        Some(number)
    }

    /// Seconds and nanoseconds, if they come next: `5.25S`.
    pub(super) fn seconds(&mut self) -> Option<(u64, u32)> {
        let mut ahead = Rest(self.0);
        let (whole, _) = ahead.number()?;
        let fraction = if ahead.eat(b'.') { ahead.fraction()? } else { 0 };
        ahead.expect(b'S')?;
        self.0 = ahead.0;
        Some((whole, fraction))
    }
}
