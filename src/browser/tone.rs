//! A short tone.

use super::window::{lacks, window};
use web_sys::{AudioContext, GainNode, OscillatorNode};

/// How high it is, in hertz: heard in a noisy room, from the smallest speaker.
const HERTZ: f32 = 1_320.0;
/// How loud, of 1.
const LOUDNESS: f32 = 0.2;
/// How long, in seconds.
const LENGTH: f64 = 0.14;
/// Where it has faded to, since ending at once would click.
const SILENCE: f32 = 0.001;

/// Makes tones.
#[derive(Debug)]
pub struct Speaker(AudioContext);

impl Speaker {
    /// To be called at once on the person's click: browsers are silent otherwise. `None` where there is no sound.
    #[must_use]
    pub fn new() -> Option<Self> {
        let window = window()?;
        if lacks(&window, "AudioContext") {
            return None;
        }
        let speaker = AudioContext::new().ok()?;
        // It runs already, or will once the browser allows it; nothing hangs on it.
        let _ = speaker.resume();
        Some(Self(speaker))
    }

    /// Makes one short tone; where the browser does not let it, nothing happens.
    pub fn tone(&self) {
        let _ = self.sound();
    }

    fn sound(&self) -> Option<()> {
        let (volume, pitch) = (self.volume()?, self.pitch()?);
        let now = self.0.current_time();
        pitch.connect_with_audio_node(&volume).ok()?;
        volume.connect_with_audio_node(&self.0.destination()).ok()?;
        volume.gain().set_value_at_time(LOUDNESS, now).ok()?;
        let fading = volume.gain();
        fading
            .exponential_ramp_to_value_at_time(SILENCE, now + LENGTH)
            .ok()?;
        pitch.start().ok()?;
        pitch.stop_with_when(now + LENGTH).ok()
    }

    fn volume(&self) -> Option<GainNode> {
        self.0.create_gain().ok()
    }

    fn pitch(&self) -> Option<OscillatorNode> {
        let pitch = self.0.create_oscillator().ok()?;
        pitch.frequency().set_value(HERTZ);
        Some(pitch)
    }
}

impl Drop for Speaker {
    fn drop(&mut self) {
        // Browsers give a page only a few.
        let _ = self.0.close();
    }
}
