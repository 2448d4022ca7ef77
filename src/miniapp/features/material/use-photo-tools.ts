import { useApp } from '../../stores/hooks'
import { usePhotoActions, type PhotoView } from '../../stores/photo-hooks'

export interface PhotoTools {
  readonly see: () => void
  readonly remove: () => void
  readonly retry: () => void
  readonly cancel: () => void
}

/** What can be done with one photo. */
export function usePhotoTools(label: string, photo: PhotoView): PhotoTools {
  const { device } = useApp()
  const photos = usePhotoActions()
  const remove = async () => {
    const question = {
      title: `删掉这张${label}？`,
      text: '手机里和云端的都会删，找不回来。',
      yes: '删掉',
      no: '留着',
      danger: true,
    }
    if (await device.confirm(question)) photos.remove(photo.photoId)
  }
  return {
    see: () => {
      if (photo.path !== null) void device.preview([photo.path], photo.path)
    },
    remove: () => void remove(),
    retry: () => photos.retry(photo.photoId),
    cancel: () => photos.cancel(photo.photoId),
  }
}
